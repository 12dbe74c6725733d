import config from '@payload-config'
import { handleRest } from '../../../../endpoints/rest.ts'

const handle = (request: Request) => handleRest({ config, request })

export const GET = handle
export const POST = handle
export const DELETE = handle
export const PATCH = handle
export const PUT = handle
export const OPTIONS = handle
