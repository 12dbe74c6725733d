/**
 * Puts values into a translated text: `{{name}}` becomes `values.name`. Islands use it on strings that were resolved at
 * build, so that no i18n library is shipped. An unknown name stays as it is.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  )
}
