/**
 * Signs of the three levels, drawn like all signs of the interface (`icon-paths.ts`) and apart from them, for the phone. They
 * differ in outline, so that they are told apart in grey and by people who see colours differently.
 */
export const levelPaths = {
  'level-stop': 'M8.3 3h7.400L21 8.300v7.400L15.7 21H8.300L3 15.700V8.300zM8 12h8',
  'level-verify': 'M12 2.500L21.5 12 12 21.5 2.5 12zM12 8v4.500M12 16v.01',
  'level-unseen': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM7 12h.01M12 12h.01M17 12h.01',
} as const
