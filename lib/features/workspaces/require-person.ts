import { redirect } from 'next/navigation'
import { currentPerson, type Person } from '#lib/server/session.ts'

/** The guard of pages that are about oneself and no one workspace. Signed out: to the sign-in page, and back. */
export async function requirePerson(backTo: string): Promise<Person> {
  const person = await currentPerson()
  if (!person) redirect(`/sign-in?to=${encodeURIComponent(backTo)}`)
  return person
}
