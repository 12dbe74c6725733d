/** Whether this phone has copies. */
async function hasCopies(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  return (await navigator.serviceWorker.getRegistrations()).length > 0 || (await caches.keys()).length > 0
}

const removeStores = async () => {
  await Promise.all((await caches.keys()).map(name => caches.delete(name)))
}

/**
 * Removes every copy and every worker of this site from the phone. The copies once more at the end: a worker that was being
 * installed may have opened its store meanwhile.
 */
async function removeCopies(): Promise<void> {
  await removeStores()
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map(registration => registration.unregister()))
  await removeStores()
}

/** Shows the button of the privacy page while this phone has copies. */
export async function offerRemoval(): Promise<void> {
  const place = document.getElementById('hapus-salinan')
  const note = document.getElementById('salinan-hilang')
  if (!place || !note || !(await hasCopies())) return
  place.hidden = false
  place.querySelector('button')?.addEventListener('click', async () => {
    await removeCopies()
    place.hidden = true
    note.textContent = 'Salinan sudah dihapus dari ponsel ini.'
  })
}
