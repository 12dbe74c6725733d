/** Nobody, of any role: only our own code reaches it. */
export const never = (): boolean => false
