import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ROBOT_NAME } from '#lib/domain/robot-name.ts'
import { settings } from '#lib/server/env.ts'

export const metadata: Metadata = { title: 'Our robot' }

// The address in the examples is this installation's own, known only while it runs.
export const dynamic = 'force-dynamic'

/** Who opens other people's pages in our name. The fetcher's User-Agent points here. */
export default function RobotPage() {
  const about = `${settings().appUrl}/robot`
  return (
    <PublicShell
      title="Our robot, and how to turn it away"
      lead="If you found this address in your server's log, this page is for you."
    >
      <div className="reading flex flex-col gap-6">
        <section>
          <h2 className="font-sans text-lg font-semibold">What it is</h2>
          <p className="mt-1">
            Rapport is a tool with which people keep track of who has written about them. When somebody
            records that your page mentions them, our robot opens that one page and looks whether their name
            or a link to their site is on it.
          </p>
        </section>
        <section>
          <h2 className="font-sans text-lg font-semibold">What it does</h2>
          <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
            <li>
              It opens single pages that a person has named. It does not follow your links from page to page.
            </li>
            <li>It opens one page of yours at a time, with a pause, and reads at most 5 MB.</li>
            <li>It looks again daily in the first week, then weekly, monthly, and in the end once a year.</li>
            <li>It also reads your robots.txt, and where a shortened link leads.</li>
            <li>
              It runs no scripts, sends no forms, sets no cookies, and makes no copy of your page for others.
            </li>
          </ul>
        </section>
        <section>
          <h2 className="font-sans text-lg font-semibold">How it introduces itself</h2>
          <p className="mt-1 font-sans text-base wrap-anywhere">
            <code>
              {ROBOT_NAME}/0.1 (+{about})
            </code>
          </p>
        </section>
        <section>
          <h2 className="font-sans text-lg font-semibold">How to turn it away</h2>
          <p className="mt-1">Write this into your robots.txt:</p>
          <pre className="my-2 rounded-md whitespace-pre-wrap wrap-anywhere border border-line bg-desk px-4 py-3 text-sm">
            {`User-agent: ${ROBOT_NAME}\nDisallow: /`}
          </pre>
          <p>
            The looks it does by itself then stay away. When a person clicks on “look now” for one page, it
            opens that page the way a browser would for them. To refuse that as well, answer requests with
            this name with the status 403: Rapport then says that it could not look, and nothing else.
          </p>
        </section>
      </div>
    </PublicShell>
  )
}
