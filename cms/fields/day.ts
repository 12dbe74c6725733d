import type { DateField, PayloadRequest } from 'payload'
import { date } from 'payload/shared'
import { jakartaDay } from '#src/calendar.ts'
import { say } from '#cms/hooks/say.ts'

const JAKARTA_OFFSET_MS = 7 * 60 * 60 * 1000
const NOON = 'T12:00:00.000Z'

/** The calendar day in Jakarta of a stored or submitted date, `YYYY-MM-DD`; null for nothing. */
export function dayOf(value: string | null | undefined): string | null {
  if (!value) return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  return new Date(new Date(value).getTime() + JAKARTA_OFFSET_MS).toISOString().slice(0, 10)
}

/** How a calendar day is stored: noon UTC, which is the same day in all of Indonesia. */
export function storedDay(day: string | null): string | null {
  return day === null ? null : `${day}${NOON}`
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))

/** A calendar day without a time. Whatever time comes with it is cut to the day in Jakarta. */
export function dayField(field: Omit<DateField, 'type'>): DateField {
  return {
    ...field,
    type: 'date',
    admin: { ...field.admin, date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
    hooks: { beforeValidate: [({ value }) => (isDate(value) ? storedDay(dayOf(value)) : value)] },
  } as DateField
}

type Fits = (value: unknown, options: { req: PayloadRequest; data?: unknown }) => true | string

/** A calendar day on which something was printed, read or checked: today in Jakarta or before. `fits` asks more of it. */
export function pastDayField(
  field: Omit<DateField, 'type' | 'validate'>,
  fits: Fits = () => true,
): DateField {
  return dayField({
    ...field,
    validate: (value, options) => {
      const isDay = date(value as never, options as never)
      if (isDay !== true) return isDay
      if (isDate(value) && (dayOf(value) ?? '') > jakartaDay())
        return say(options.req, { id: 'Tanggal ini belum tiba.', en: 'This day has not come yet.' })
      return fits(value, options)
    },
  })
}

/** Whether a value is a month (`YYYY-MM`) that has begun in Jakarta. */
export function isPastMonth(value: unknown): boolean {
  return (
    typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) && value <= jakartaDay().slice(0, 7)
  )
}
