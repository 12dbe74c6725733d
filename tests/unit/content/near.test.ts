import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provinceOf, provinces, regencies } from '#src/content/areas.ts'
import { isNational, linesFor } from '#src/content/near.ts'

const line = (...areas: string[]) => ({ areas })
const regency = fc.constantFrom(...regencies.map(({ code }) => code))
const province = fc.constantFrom(...provinces.map(({ code }) => code))

describe('lines for an area', () => {
  it('hold those of the province around a regency and of the regency itself, and no other', () => {
    const [wide, own, other] = [line('33'), line('33.01'), line('33.02')]
    expect(linesFor('33.01', [wide, own, other, line('35')])).toEqual([wide, own])
  })

  it('hold for a province also those of its regencies', () => {
    const own = line('33.01')
    expect(linesFor('33', [own, line('35.01')])).toEqual([own])
  })

  it('leave out what serves the whole country', () => {
    expect(linesFor('33', [line()])).toEqual([])
    expect(isNational(line())).toBe(true)
    expect(isNational(line('33'))).toBe(false)
  })

  it('never cross the border of a province', () => {
    fc.assert(
      fc.property(fc.oneof(regency, province), fc.array(fc.oneof(regency, province)), (code, areas) => {
        const isNear = linesFor(code, [line(...areas)]).length > 0
        const isSame = areas.some(area => provinceOf(area) === provinceOf(code))
        expect(isNear && !isSame).toBe(false)
      }),
    )
  })
})
