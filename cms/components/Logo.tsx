/** The mark on the sign-in page: the project's own drawing (a road to the horizon and a boat), no emblem of state. */
export function Logo() {
  return (
    <div className="ba-logo">
      <Icon />
      <span className="ba-logo__name">Berangkat Aman</span>
      <span className="ba-logo__part">Ruang kerja kantor</span>
    </div>
  )
}

/** The small mark in the header. */
export function Icon() {
  // biome-ignore lint/performance/noImgElement: a small drawing that needs no optimiser
  return <img src="/favicon.svg" alt="" width="40" height="40" className="ba-icon" />
}
