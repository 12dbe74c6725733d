/** The mark of the site: a boat whose sail is a woven leaf. Decorative, the name stands beside it. */
export function Mark() {
  return (
    <svg className="logo" viewBox="0 0 48 48" width="36" height="36" aria-hidden="true">
      <g className="sail">
        <path d="M24 3 10 17l4.2 4.2L28.2 7.2z" />
        <path d="M30.5 9.5 16.5 23.5l4.2 4.2L34.7 13.7z" />
        <path d="M37 16 23 30l1.5 1.5h5.4L41.2 20.2z" />
      </g>
      <path
        className="hull"
        d="M2.500 31.500c6 3.200 37 3.200 43 0-1.600 7.600-7.600 12.500-14 12.500h-15c-6.400 0-12.400-4.900-14-12.500z"
      />
    </svg>
  )
}
