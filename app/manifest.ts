import type { MetadataRoute } from 'next'

type ShareTarget = {
  share_target: { action: string; method: 'GET'; params: Record<'title' | 'text' | 'url', string> }
}

/** What makes Rapport installable, and puts it into a phone's share menu. Sharing opens a form and stores nothing. */
export default function manifest(): MetadataRoute.Manifest & ShareTarget {
  return {
    id: '/',
    name: 'Rapport',
    short_name: 'Rapport',
    description: 'An outreach CRM for earning links the human way.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    lang: 'en-GB',
    background_color: '#f5f0e8',
    theme_color: '#f5f0e8',
    icons: [
      { src: '/icons/rapport-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/rapport-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/rapport-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    share_target: { action: '/capture', method: 'GET', params: { title: 'title', text: 'text', url: 'url' } },
  }
}
