import { invites, isNoOffer, isOpen } from './genre.ts'
import type { Scope } from './pattern.ts'
import { abroadPlaces, closed, gulf, whole } from './words.ts'

const offering = whole(
  `(?<!jam |hari )kerja, kerjaan, gaji, lowongan, majikan, agen, job, magang, penempatan, dicari, butuh (?:\\d+|cepat|orang|perempuan|laki), rekrut, rekrutmen, admin, operator, cs, abk, sponsor, calo, kontrak,
  pabrik, kebun, tki, tkw, pmi, cpmi, staf, staff, waiter, pelayan, cook, koki, terapis, therapist, asisten rumah tangga, baby sitter, komisi, whv, sduwhv, 462, p3mi, merapat, jasa, (?:yang|siapa) mau, penampungan,
  skema, program, ausbildung, petik, mahar, calon istri, kapal, kurir, telesales, bos, lansia, caregiver, eps, calon, posisi, iqamah, permit, buku pelaut, imigrasi, petugas, konter, mess, pt, disnaker, bp3mi, madam, juragan, klinik, packing, offer letter, lmia, siskop2mi, sip3mi, lpk, talent, pengalaman, pelunasan, ijazah, tekong, job order, cs, helper`,
)
const abroad = new RegExp(
  `\\b(?:${abroadPlaces}|${closed}|${gulf}|usd|usdt|dolar|dollar|ringgit|riyal|real|yen|won|paspor|visa|pmi|cpmi|tki|tkw)\\b`,
)
const home = whole(
  `jakarta, surabaya, bandung, semarang, medan, bekasi, depok, tangerang, bogor, cikarang, karawang, purwakarta, yogyakarta, jogja, solo, malang, sidoarjo, gresik, makassar, denpasar,
  bali, palembang, lampung, pekanbaru, balikpapan, samarinda, morowali, umr, umk, ump, cirebon, ciledug, cibubur, serpong, bsd, pik, banjarmasin, pontianak, manado, padang, jambi, bengkulu, kendari, kupang, mataram,
  lombok, ciputat, cilegon, serang, tegal, pekalongan, kudus, jepara, magelang, kediri, banyuwangi, jember, merak, ternate, ambon, jayapura, sorong, sukabumi, tasikmalaya, garut, cianjur, subang, indramayu, outlet,
  olshop, online shop, umkm, shopee, gojek, grab, koperasi`,
)
/** A message of so few words says too little about itself: it is read as a piece of an offer. */
const FEW_WORDS = 8

/** What a message is, as far as it decides which signs count. */
export type Context = Readonly<{
  isNoOffer: boolean
  isOpen: boolean
  has: Readonly<Record<Scope, boolean>>
}>

/** Reads the context off the normalised words. */
export function contextOf(text: string): Context {
  const isAbroad = abroad.test(text)
  const isShort = text.split(' ', FEW_WORDS + 1).length <= FEW_WORDS
  const offer =
    offering.test(text) || isShort || (isAbroad && (invites(text) || /\buang(?:besar|tinggi)\b/.test(text)))
  return {
    isNoOffer: isNoOffer(text),
    isOpen: isOpen(text),
    has: { offer, away: (offer || isAbroad) && (isAbroad || !home.test(text)), abroad: offer && isAbroad },
  }
}
