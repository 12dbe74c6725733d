import type { Figure } from '#src/content/figure.ts'
import { routes } from '#site/routes.ts'

/** The year page that a figure stands on: the year in which its period starts. */
export function figureYear(figure: Pick<Figure, 'period'>): string {
  return figure.period.start.slice(0, 4)
}

/** The permanent address of one figure, for citing it: the year page with the figure's id as anchor. */
export function figureHref(figure: Pick<Figure, 'id' | 'period'>): string {
  return `${routes.dataYear(figureYear(figure))}#${figure.id}`
}
