import { DeskError } from './api.ts'
import { useAction } from './use-action.ts'

/** As `useAction`, for a change of the key list. `onStale` loads the list anew when it has moved on since it was shown. */
export function useListAction(work: () => Promise<void>, onStale: () => void): ReturnType<typeof useAction> {
  return useAction(async () => {
    try {
      await work()
    } catch (thrown) {
      if (thrown instanceof DeskError && thrown.status === 409) onStale()
      throw thrown
    }
  })
}
