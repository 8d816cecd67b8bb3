import { redirect } from 'next/navigation'
import { listWorkspacesOf } from '#lib/features/workspaces/membership-queries.ts'
import { currentPerson } from '#lib/server/session.ts'

/** The front door: to one's desk, or to the sign-in page. */
export default async function FrontDoor() {
  const person = await currentPerson()
  if (!person) redirect('/sign-in')
  const [first] = await listWorkspacesOf(person.id)
  redirect(first ? `/w/${first.slug}` : '/workspaces')
}
