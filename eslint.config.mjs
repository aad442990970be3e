import tseslint from 'typescript-eslint';

/** Rules of form only; the rules of the house (who may import whom, what core may not touch) are tools/tidy. */
export default tseslint.config(
  { ignores: ['**/dist/', '**/build/', 'coverage/', 'packages/core/law/', 'data/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts', 'packages/web/*.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-param-reassign': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Indices of arrays that were measured a line before: what cannot be undefined may be said so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Taking fields off a value: `const { dropped, ...kept } = value`.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      // Text is gone through by code point here, and by code point is what the spread does.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['**/*.{mjs,js}'],
    extends: [tseslint.configs.eslintRecommended],
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: { eqeqeq: 'error', 'no-param-reassign': 'error' },
  },
  {
    // Returned types are plain to see in a component; what a hook hands out is made to be taken apart.
    files: ['packages/web/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // The router is told of a redirection or a missing page by throwing it.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    // Configuration stands outside the packages' projects.
    files: ['*.config.ts', 'packages/web/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
