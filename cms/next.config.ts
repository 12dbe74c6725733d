import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // One copy of Payload for Next and for the server around it: errors keep their details, and there is one database client.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    '@payloadcms/db-mongodb',
    '@libsql/client',
    'libsql',
    'sharp',
    'idn-area-data',
  ],
  turbopack: { root: path.resolve(import.meta.dirname, '..') },
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
}

export default withPayload(config, { devBundleServerPackages: false })
