import type { activityKinds, partners } from '#src/content/programme.ts'
import type { Words } from '#cms/hooks/say.ts'

/** Names of the kinds of activity in the admin. */
export const activityKindLabels: Record<(typeof activityKinds)[number], Words> = {
  sosialisasi: { id: 'Sosialisasi', en: 'Public outreach' },
  'kunjungan-desa': { id: 'Kunjungan desa', en: 'Village visit' },
  'pelatihan-petugas': { id: 'Pelatihan petugas', en: 'Staff training' },
  'rapat-koordinasi': { id: 'Rapat koordinasi', en: 'Coordination meeting' },
  'pertukaran-informasi': { id: 'Pertukaran informasi', en: 'Exchange of information' },
  'pengawasan-internal': { id: 'Pengawasan internal', en: 'Internal oversight' },
}

/** Names of partners in the admin. */
export const partnerLabels: Record<(typeof partners)[number], Words> = {
  babinsa: { id: 'Babinsa', en: 'Babinsa (army village officer)' },
  bhabinkamtibmas: { id: 'Bhabinkamtibmas', en: 'Bhabinkamtibmas (police village officer)' },
  camat: { id: 'Camat', en: 'Camat (head of district)' },
  'lurah-kades': { id: 'Lurah atau kepala desa', en: 'Head of village' },
  disnaker: { id: 'Disnaker', en: 'Manpower office' },
  disdukcapil: { id: 'Disdukcapil', en: 'Civil registry' },
  kemenag: { id: 'Kemenag', en: 'Ministry of Religious Affairs' },
  bp3mi: { id: 'BP3MI', en: 'BP3MI (migrant worker protection)' },
  polres: { id: 'Polres', en: 'Police' },
  kejaksaan: { id: 'Kejaksaan', en: 'Prosecution' },
  media: { id: 'Media', en: 'Press' },
  sekolah: { id: 'Sekolah', en: 'Schools' },
  lsm: { id: 'LSM', en: 'Civil society' },
}
