import type { DateField } from 'payload'

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
