import type { Activity, Programme } from '#src/content/programme.ts'

/** What an activity was, in one or two words. */
export const activityKindWords: Record<Activity['kind'], string> = {
  sosialisasi: 'Sosialisasi',
  'kunjungan-desa': 'Kunjungan desa',
  'pelatihan-petugas': 'Pelatihan petugas',
  'rapat-koordinasi': 'Rapat koordinasi',
  'pertukaran-informasi': 'Pertukaran informasi',
  'pengawasan-internal': 'Pengawasan internal',
}

/** Who took part, by function. */
export const partnerWords: Record<Activity['partners'][number], string> = {
  babinsa: 'Babinsa',
  bhabinkamtibmas: 'Bhabinkamtibmas',
  camat: 'kecamatan',
  'lurah-kades': 'kelurahan atau desa',
  disnaker: 'Dinas Tenaga Kerja',
  disdukcapil: 'Dinas Kependudukan (Disdukcapil)',
  kemenag: 'Kementerian Agama',
  bp3mi: 'BP3MI',
  polres: 'Kepolisian',
  kejaksaan: 'Kejaksaan',
  media: 'media',
  sekolah: 'sekolah',
  lsm: 'organisasi masyarakat',
}

const levels = {
  desa: 'Desa',
  kelurahan: 'Kelurahan',
  kecamatan: 'Kecamatan',
  kabupaten: 'Kabupaten',
} as const

/** `Desa Ngoro`, `Kecamatan Tebet`, `Kabupaten Ponorogo`. */
export function areaText({ area }: Pick<Programme, 'area'>): string {
  return `${levels[area.level]} ${area.name}`
}

/** The area with what it lies in; a regency is not repeated. */
export function fullAreaText({ area }: Pick<Programme, 'area'>): string {
  const parts = [areaText({ area }), area.regency, area.province]
  return [...new Set(parts)].join(', ')
}
