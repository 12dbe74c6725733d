/** Whom a line is for. */
export const whereLabels = {
  indonesia: { id: 'Indonesia', en: 'Indonesia' },
  'luar-negeri': { id: 'Luar negeri', en: 'Abroad' },
} as const

/** Whether a line asks who calls. */
export const identityLabels = {
  ya: { id: 'Ya', en: 'Yes' },
  tidak: { id: 'Tidak', en: 'No' },
  'belum-diketahui': { id: 'Belum diketahui', en: 'Not known' },
} as const

/** Where a line is offered. */
export const kindLabels = {
  darurat: { id: 'Darurat', en: 'Emergency' },
  'pekerja-migran': { id: 'Pekerja migran', en: 'Migrant workers' },
  perlindungan: { id: 'Perlindungan', en: 'Protection' },
  pengaduan: { id: 'Pengaduan', en: 'Complaints' },
  penipuan: { id: 'Penipuan', en: 'Fraud' },
} as const
