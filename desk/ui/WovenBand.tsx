import { bands } from '#src/look/drawings.ts'

/** The thin plaited band (anyaman) under the header, as on the site. Decoration. */
export function WovenBand() {
  const { width, main, accent } = bands.anyaman
  return (
    <svg className="band" width="100%" height="10" aria-hidden="true" preserveAspectRatio="none">
      <pattern
        id="anyaman"
        width={(width * 10) / 12}
        height="10"
        viewBox={`0 0 ${width} 12`}
        patternUnits="userSpaceOnUse"
      >
        <path className="band-main" d={main} />
        <path className="band-accent" d={accent} />
      </pattern>
      <rect width="100%" height="10" fill="url(#anyaman)" />
    </svg>
  )
}
