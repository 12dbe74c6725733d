import type { HelpBody, helpGrades } from '#src/content/settings.ts'
import type { Words } from '#cms/hooks/say.ts'

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

/** Whose line it is. */
export const bodyLabels: Record<HelpBody, Words> = {
  kbri: { id: 'KBRI (kedutaan)', en: 'KBRI (embassy)' },
  kjri: { id: 'KJRI (konsulat jenderal)', en: 'KJRI (consulate general)' },
  kri: { id: 'KRI (konsulat)', en: 'KRI (consulate)' },
  kdei: { id: 'KDEI (kantor dagang)', en: 'KDEI (trade office)' },
  darurat: { id: 'Nomor darurat umum', en: 'General emergency number' },
  polisi: { id: 'Polisi', en: 'Police' },
  ambulans: { id: 'Ambulans', en: 'Ambulance' },
  'perdagangan-orang': { id: 'Perdagangan orang', en: 'Trafficking in persons' },
  pekerja: { id: 'Hak pekerja', en: 'Rights of workers' },
  perempuan: { id: 'Perempuan dan keluarga', en: 'Women and families' },
  pelaut: { id: 'Pelaut dan awak kapal', en: 'Seafarers' },
  aplikasi: { id: 'Aplikasi', en: 'App' },
  lsm: { id: 'Lembaga masyarakat', en: 'Civil society' },
  bp3mi: { id: 'BP3MI', en: 'BP3MI' },
  disnaker: { id: 'Dinas Tenaga Kerja', en: 'Manpower office' },
}

/** How far a number can be trusted. */
export const gradeLabels: Record<(typeof helpGrades)[number], Words> = {
  A: { id: 'A: laman lembaga itu sendiri', en: 'A: the page of the body itself' },
  B: { id: 'B: pers atau negara lain yang mengutipnya', en: 'B: press or another state quoting it' },
  C: { id: 'C: sumber lain, belum kami periksa', en: 'C: another source, not checked by us' },
}
