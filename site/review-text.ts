import { isOverdue } from '#src/content/review.ts'
import { dayText } from './format.ts'

/** What a page says of a review day (`YYYY-MM-DD`) on `today`: until when it holds, or that it has passed. */
export function reviewText(reviewBy: string, today: string): Readonly<{ text: string; isLate: boolean }> {
  const day = dayText(reviewBy)
  return isOverdue(reviewBy, today)
    ? { text: `Tinjauan terakhir berlaku sampai ${day} dan sudah lewat; hukum bisa berubah.`, isLate: true }
    : { text: `Ditinjau lagi paling lambat ${day}.`, isLate: false }
}
