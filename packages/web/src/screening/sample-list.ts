/** A short list of published names, numbers and one structure, as a warehouse would write it; every firm in it is made up. */
export const SAMPLE_LIST = `No.,Description,CAS,HS,Quantity,SMILES
A-100,Propionyl chloride,79-03-8,2915.90,25 kg,CCC(=O)Cl
A-101,4-Anilinopiperidine (4-AP),23056-29-3,2933.39,500 g,
A-102,Acetone technical grade,67-64-1,2914.11,200 L,CC(C)=O
A-103,Fentanyl citrate 98 %,990-73-8,2933.33,5 g,
A-104,Paracetamol tablets 500 mg,103-90-2,3004.90,1000 pcs,CC(=O)Nc1ccc(O)cc1
A-105,Loperamide hydrochloride,34552-83-5,2933.39,1 kg,
A-106,Tablet press with 9 stations,,8479.89,1 pc,
A-107,1-boc-4-AP,125541-22-2,2933.39,100 g,O=C(OC(C)(C)C)N1CCC(Nc2ccccc2)CC1
A-108,Norfentanyl and phenethyl bromide; two drums,,2933.39,2 kg,
A-109,Sodium chloride,7647-14-4,2501.00,1 t,[Na+].[Cl-]
A-110,Unnamed sample 7,,,10 g,C1CC(
`;
