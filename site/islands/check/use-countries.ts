import { useEffect, useState } from 'react'
import type { Call } from '#src/content/calls.ts'
import type { CountryTable } from './types.ts'

export type LateCountries = typeof import('./late-country-help.tsx') & Readonly<{ table: CountryTable }>
const cache = new Map<string, Promise<LateCountries>>()

function loadCountries(address: string): Promise<LateCountries> {
  const started = cache.get(address)
  if (started) return started
  const loading = Promise.all([import('./late-country-help.tsx'), fetch(address)]).then(
    async ([module, response]) => {
      if (!response.ok) throw new Error(`numbers by country: ${response.status}`)
      return { ...module, table: (await response.json()) as CountryTable }
    },
  )
  cache.set(address, loading)
  loading.catch(() => cache.delete(address))
  return loading
}

/**
 * The numbers by country, of the help page at `help`, once `wanted`; null until they are there. They are tried again when
 * the connection comes back: the numbers of the page itself stand meanwhile.
 */
export function useCountries(help: string, wanted: boolean): LateCountries | null {
  const [late, setLate] = useState<LateCountries | null>(null)
  useEffect(() => {
    if (!wanted) return
    const load = () => {
      loadCountries(`${help}negara.json`).then(setLate, () => setLate(null))
    }
    load()
    addEventListener('online', load)
    return () => removeEventListener('online', load)
  }, [help, wanted])
  return late
}

/** The number of a mission in `country` that may stand alone; null where none is sure, no country was told, or the table is not there. */
export function useMission(help: string, country: string | null): Call | null {
  const late = useCountries(help, country !== null)
  return late?.table.countries.find(({ iso }) => iso === country)?.best ?? null
}
