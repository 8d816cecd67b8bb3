import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The worker owns mail, jobs and password hashing's native parts; bundling them gains nothing.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'nodemailer'],
}

export default config
