/** Names of the roles. */
export const roleLabels = {
  admin: { id: 'Pengelola', en: 'Administrator' },
  publisher: { id: 'Penerbit kantor', en: 'Office publisher' },
  editor: { id: 'Penyunting kantor', en: 'Office editor' },
  handler: { id: 'Pembaca laporan', en: 'Case handler' },
} as const
