import path from 'node:path'
import type { NextConfig } from 'next'

// It is built two folders below the project, whose packages it uses.
const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg'],
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.resolve(import.meta.dirname, '../..') },
}

export default config
