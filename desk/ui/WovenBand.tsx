/** The thin plaited band (anyaman) under the header, as on the site. Decoration. */
export function WovenBand() {
  return (
    <svg className="band" width="100%" height="10" aria-hidden="true" preserveAspectRatio="none">
      <pattern id="anyaman" width="20" height="10" viewBox="0 0 24 12" patternUnits="userSpaceOnUse">
        <path className="band-main" d="M1 2h10M1 6h10M1 10h10" />
        <path className="band-accent" d="M14 1v10M18 1v10M22 1v10" />
      </pattern>
      <rect width="100%" height="10" fill="url(#anyaman)" />
    </svg>
  )
}
