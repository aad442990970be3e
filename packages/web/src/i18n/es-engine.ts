/**
 * Sentences of the engine in Spanish, by their codes. What is not here is shown in English and marked so.
 * `[[...]]` is left out where a figure in it is missing.
 */
export const es: Readonly<Record<string, string>> = {
  status: '{{jurisdiction}}, {{on}}: {{status}}.',
  'basis-named': '¿Hay una entrada para la mercancía misma?',
  'basis-salt': '¿Es una sal de algo que tiene entrada?',
  'basis-stereoisomer': '¿Es un estereoisómero de algo que tiene entrada?',
  'basis-positional-isomer':
    '¿Podría ser un isómero de posición de algo con una entrada que alcanza a esos isómeros?',
  'basis-isotopologue': '¿Es un isotopólogo de algo que tiene entrada?',
  'basis-ester': 'Según la lista revisada, ¿es un éster de algo que tiene entrada?',
  'basis-ether': 'Según la lista revisada, ¿es un éter de algo que tiene entrada?',
  'basis-part-generic':
    '¿La alcanza una entrada en palabras generales (sus amidas, carbamatos, haluros, acetales…)?',
  'basis-class': '¿Pertenece, o puede pertenecer, a una clase que la norma fiscaliza?',
  'basis-analogue': '¿Podría alcanzarla una norma sobre análogos?',
  'control.in-force': '{{list}}, {{entry}}: vigente a más tardar desde el {{latest}}[[, hasta el {{end}}]].',
  'control.in-force.exact': '{{list}}, {{entry}}: vigente desde el {{latest}}[[, hasta el {{end}}]].',
  'control.start-not-known':
    '{{list}}, {{entry}}: no se conoce el inicio[[, no antes del {{earliest}}]][[, no después del {{latest}}]].',
  'control.announced': '{{list}}, {{entry}}: publicado el {{published}}, vigente desde el {{earliest}}.',
  'control.not-yet': '{{list}}, {{entry}}: aún no vigente; comienza el {{earliest}}.',
  'control.ended': '{{list}}, {{entry}}: ya no vigente; terminó el {{end}}.',
  'control.not-published': '{{list}}, {{entry}}: no publicado hasta el día indicado.',
  'control.publication-not-read': '{{list}}, {{entry}}: no se ha leído su día de publicación.',
  'control.proposed': '{{list}}, {{entry}}: no es norma (propuesto, aprobado sin verificar o de aviso).',
  'control.not-yet-proposed': '{{list}}, {{entry}}: propuesto solo después de este día, no es norma.',
  'control.withdrawn': '{{list}}, {{entry}}: ya no estaba pendiente ese día, no es norma.',
  coverage: '¿Está compilado lo que regula {{jurisdiction}} para mercancías de esta clase?',
  'coverage.complete': '{{kind}}: compilado por completo[[, comprobado el {{checkedOn}}]]',
  'coverage.presence':
    '{{kind}}: constan todas las entradas, algunos inicios desconocidos[[; comprobado el {{checkedOn}}]]',
  'coverage.partial': '{{kind}}: compilado solo en parte',
  'coverage.outside': '{{kind}}: esta jurisdicción no lo regula',
  'coverage.absent': '{{kind}}: sin compilar',
  announced: 'Publicado y vigente desde el {{from}}: {{list}}, {{entry}}.',
  'depends-on-destination':
    'Vale solo para exportaciones a {{destinations}}; la consulta no indica ningún destino.',
  'other-destination': 'Vale solo para exportaciones a {{destinations}}, no a {{to}}.',
  'other-departure': 'Vale solo para exportaciones desde esa jurisdicción.',
  'other-activity': 'Vale solo para otras actividades que la consultada.',
  'listed-elsewhere': 'La mercancía tiene su propia entrada en la misma norma ({{list}}, {{entry}}).',
  'esters-unread': 'La mercancía es un éster de {{of}}; no se ha leído si la entrada alcanza a los ésteres.',
  'ethers-unread': 'La mercancía es un éter de {{of}}; no se ha leído si la entrada alcanza a los éteres.',
  'salts-unread': 'La mercancía es una sal ({{salt}}); no se ha leído si la entrada alcanza a las sales.',
  'isomers-unread':
    'La estereoquímica de la mercancía es otra que la de la entrada o no se indica; no se ha leído si la entrada alcanza a los isómeros.',
  'esters-not-covered': 'La mercancía es un éster de {{of}}; la entrada no alcanza a los ésteres.',
  'ethers-not-covered': 'La mercancía es un éter de {{of}}; la entrada no alcanza a los éteres.',
  'isomer-excepted':
    'La entrada de {{of}} alcanza a los isómeros, pero exceptúa expresamente esta mercancía.',
  diastereomer:
    'La mercancía es otro estereoisómero de {{of}}, no su imagen especular; la entrada alcanza a los isómeros ópticos.',
  'positional-isomer':
    'La mercancía tiene la fórmula, los anillos y los grupos funcionales de {{of}}, y la entrada alcanza a sus isómeros de posición; una persona debe comparar el núcleo.',
  'class-membership-not-decided':
    'La estructura tiene el núcleo de una clase; aquí no se ha decidido si pertenece a ella.',
  'analogue-statute':
    'La estructura pertenece a una clase fiscalizada de drogas o es próxima a una; una norma sobre análogos podría alcanzarla por hechos que la estructura no muestra.',
  'start-not-known':
    'No se ha leído el inicio de la entrada ({{list}}, {{entry}})[[: rige a más tardar desde el {{latest}}]][[, y no antes del {{earliest}}]].',
  'publication-day-not-read':
    'No se ha leído el día de publicación de la entrada ({{list}}, {{entry}}); no se sabe si ya estaba publicada.',
  'published-later': 'La entrada {{list}}, {{entry}} no se cuenta: se publicó después del {{known}}.',
  'start-not-verified': 'Una entrada ({{list}}, {{entry}}) comienza después; su inicio no está verificado.',
  'end-not-verified': 'Una entrada ({{list}}, {{entry}}) ya había terminado; su fin no está verificado.',
  'adopted-not-verified':
    'Se ha aprobado un texto que nombra la mercancía ({{list}}, {{entry}}); no se ha leído si rige ni desde cuándo.',
  'open-list': '{{list}} ({{entry}}) nombra mercancías que aquí no se conocen todas por su nombre.',
  'open-clause': 'Ninguna lista nombra la mercancía, pero la norma alcanza más que sus listas ({{kind}}).',
  'decision-pending':
    'Después del {{checkedOn}} se tomó o debía tomarse una decisión sobre la mercancía que no se ha leído.',
  'no-entry-that-day':
    'Ninguna entrada se aplica a la mercancía el {{on}}; la normativa compilada tiene entradas para otros días.',
  'not-found-in-scope': 'No figura en el ámbito compilado ({{kind}}).',
  'checked-until':
    '{{kind}}: última comprobación el {{checkedOn}}; los cambios posteriores no están en esta respuesta.',
  'removals-not-stored':
    '{{kind}}: compilado como estaba el {{checkedOn}}; no se guarda lo suprimido antes de ese día.',
  'scope-absent': 'Las listas de {{jurisdiction}} no están compiladas ({{kind}}).',
  'scope-incomplete': 'Las listas de {{jurisdiction}} están compiladas solo en parte ({{kind}}).',
  'precursor-law-apart':
    'La norma sobre precursores no es la misma en todo el Reino Unido: consulte Gran Bretaña (GB-GBN) e Irlanda del Norte (GB-NIR).',
  outside: '{{jurisdiction}} no regula mercancías de esta clase ({{kind}}).',
  'duties-if-controlled':
    'Las obligaciones que se muestran rigen si una persona decide que la mercancía está fiscalizada.',
  'at-or-above-threshold':
    '{{quantity}} alcanza o supera el umbral de {{list}}, {{entry}} ({{threshold}} kg).',
  'below-threshold': '{{quantity}} está por debajo del umbral de {{list}}, {{entry}} ({{threshold}} kg).',
  'quantity-not-compared': 'No se pudo leer la cantidad: escriba número y unidad, como 25 kg.',
  'cas-check-digit':
    'El dígito de control del CAS {{number}} es incorrecto; si las demás cifras están bien sería {{fits}}.',
  'cas-check-digit.todo': 'Compare el número con su fuente, cifra por cifra.',
  'not-found': '«{{text}}» no es un nombre de los datos compilados, ni hay ninguno parecido.',
  'not-found.todo':
    'Dé el número CAS o la estructura: un nombre que no conocemos puede ser igualmente una sustancia fiscalizada.',
  'ambiguous-name.todo': 'Compare un número CAS o la estructura antes de fiarse.',
  'basket-line':
    'La línea {{code}} del SA es compartida: {{goods}} de las mercancías compiladas van en ella, y también otras.',
  'basket-line.todo': 'Dé el nombre, el número CAS o la estructura.',
  homoglyph:
    'El texto tiene letras de otra escritura que parecen latinas: {{characters}}. Se leyeron como latinas.',
  'homoglyph.todo':
    'Pregunte de dónde procede el texto: las letras parecidas esconden palabras a una búsqueda.',
  'control-characters': 'El texto contiene caracteres de control ({{characters}}); se omitieron.',
  'control-characters.todo': 'Compruebe que el texto se copió entero.',
  'question-blank': 'No se preguntó nada: el texto está vacío.',
  'question-blank.todo':
    'Dé un nombre, un número CAS, una estructura, un código de mercancía, un código del SA o un término de equipo.',
  'question-too-long':
    'El texto tiene {{length}} caracteres; como una sola consulta se leen {{limit}} a lo sumo.',
  'question-too-long.todo': 'Consulte una cosa cada vez, o examine un archivo.',
  'question-without-letters': 'El texto no tiene ninguna letra ni cifra.',
  'question-without-letters.todo': 'Dé un nombre, un número o una estructura.',
  'read-as-structure':
    '«{{text}}» no es un nombre de los datos compilados y se leyó como estructura (SMILES).',
  'read-as-structure.todo': 'Si era una abreviatura, dé el nombre completo o el número CAS.',
  'smiles-wildcard': 'Carácter {{position}}: el comodín «*» representa cualquier átomo.',
  'smiles-wildcard.todo': 'Dé una estructura definida: un comodín representa muchas.',
  'smiles-r-group': 'Carácter {{position}}: el corchete no nombra ningún elemento; parece un grupo R.',
  'smiles-r-group.todo': 'Dé una estructura definida: un grupo R representa muchas.',
  'smiles-ring-open': 'Carácter {{position}}: un cierre de anillo queda abierto.',
  'smiles-ring-open.todo': 'Escriba dos veces cada cifra de cierre de anillo.',
  'toolkit-missing':
    'Para identificar una estructura hace falta la biblioteca química, que no se pudo cargar.',
  'toolkit-missing.todo': 'Consulte por nombre o número CAS, o vuelva a cargar la página.',
  'bases-not-met':
    'No se halló entrada por estas bases: {{asked}}[[. No se preguntó para esta mercancía: {{notAsked}}]].',
  'preparations-only': 'La entrada alcanza solo a los preparados que nombran sus palabras.',
  'not-a-member': 'La estructura tiene el núcleo de una clase, y las palabras de la clase no la alcanzan.',
  'search-given-up':
    'La estructura es demasiado grande para buscar en ella el núcleo de la clase; debe mirarla una persona.',
  'salts-not-covered': 'La mercancía es una sal; la entrada no alcanza a las sales.',
  'isomers-not-covered': 'La mercancía es otro isómero; la entrada no alcanza a los isómeros.',
  'salt-excepted': 'La entrada alcanza a las sales, pero exceptúa expresamente esta.',
  'esters-by-list':
    'Los ésteres y éteres se comparan solo con la lista revisada; lo que no está en ella no se conoce aquí.',
  'stereo-not-stated': 'No se indica la estereoquímica de la mercancía.',
  'hydrate-of-the-ketone':
    'La mercancía es un hidrato de la cetona nombrada; no está resuelto si la entrada la toma por la sustancia.',
  'wider-sense':
    'El grupo lo es solo en un sentido amplio de la palabra; una persona debe decidir si la entrada lo abarca.',
  'ambiguous-name': 'El nombre se leyó como «{{means}}»; también significa: {{others}}.',
  'cas-truncated':
    'El número CAS {{number}} está cortado antes del dígito de control; entero sería {{fits}}.',
  'cas-truncated.todo': 'Busque el número en su fuente.',
  'cas-unknown':
    'El CAS {{number}} es válido, pero de ninguna mercancía de los datos compilados. Aun así puede estar fiscalizada, como sal, isómero o miembro de una clase.',
  'cas-unknown.todo': 'Dé la estructura en SMILES o InChI.',
  'goods-code-unknown': '{{code}} es un código de mercancía válido, pero de ninguna de los datos compilados.',
  'goods-code-unknown.todo': 'Un código no puede leerse al revés: dé la estructura o el nombre.',
  'hs-unknown': 'Ninguna mercancía de los datos compilados va en la línea {{code}} del SA.',
  'hs-unknown.todo':
    'Una línea arancelaria dice poco de una sustancia: dé el nombre, el número CAS o la estructura.',
  'un-unknown': '{{number}} no es el número ONU de ninguna mercancía de los datos compilados.',
  'un-unknown.todo': 'Dé el nombre, el número CAS o la estructura.',
  'registry-code-unknown': 'El código {{code}} no corresponde a ninguna mercancía de los datos compilados.',
  'registry-code-unknown.todo': 'Dé el nombre, el número CAS o la estructura.',
  'inchikey-truncated':
    '{{key}} es solo el comienzo de una InChIKey; la estereoquímica y la carga están en el resto.',
  'inchikey-truncated.todo': 'Dé la clave entera o la estructura.',
  'inchikey-unknown':
    'Ninguna mercancía de los datos compilados tiene la InChIKey {{key}}. Una clave no puede leerse al revés: las sales y los miembros de una clase no se reconocen por ella.',
  'inchikey-unknown.todo': 'Dé la estructura en SMILES o InChI.',
  misspelling: 'Es una errata conocida; se leyó como {{means}}.',
  mixture:
    'La estructura tiene {{components}} componentes que no son contraiones: es una mezcla y no se inventa un código para ella.',
  'mixture.todo':
    'Consulte cada componente; lo que la norma dice de las mezclas depende de sus proporciones.',
  'no-parent': 'No queda nada de la estructura al retirar contraiones, disolventes y agua.',
  'no-parent.todo': 'Consulte las partes por nombre o número CAS.',
  'same-skeleton.todo': 'Dé la estructura con su estereoquímica, o el nombre.',
  'shared-number.todo': 'Dé el nombre o la estructura.',
  'structure-too-deep': 'El SMILES tiene más de {{limit}} paréntesis unos dentro de otros.',
  'structure-too-deep.todo': 'Escriba la estructura con menos ramas dentro de ramas.',
  'structure-too-large': 'La estructura es demasiado grande para la biblioteca química (límite {{limit}}).',
  'structure-too-large.todo': 'Consulte una estructura menor, o por nombre o número CAS.',
  'number-without-label':
    '{{number}} puede ser un código DEA, un número ONU o una partida del SA: el número no dice cuál.',
  'number-without-label.todo': 'Escriba DEA, UN o HS delante.',
};
