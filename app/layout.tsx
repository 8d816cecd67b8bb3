import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SoftNavigation } from '#components/shell/soft-navigation.tsx'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Rapport', template: '%s · Rapport' },
  description: 'An outreach CRM for earning links the human way.',
  // Nothing goes to other sites. 'no-referrer' would make browsers post forms with "Origin: null", and Next then refuses the
  // action: no form would work without scripts.
  referrer: 'same-origin',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f0e8' },
    { media: '(prefers-color-scheme: dark)', color: '#14110e' },
  ],
}

/** The document around every page. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>
        <a href="#content" className="skip-link">
          Skip to the content
        </a>
        {children}
        <SoftNavigation />
      </body>
    </html>
  )
}
