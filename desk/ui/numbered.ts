/** Items with their place from 1 as a key: words and digit groups may repeat, and never move. */
export const numbered = <T>(items: readonly T[]): { readonly key: string; readonly item: T }[] =>
  items.map((item, place) => ({ key: String(place + 1), item }))
