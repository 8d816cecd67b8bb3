/** Words of somebody else's page: never markup, never a link, in their own direction. */
export function Words({ children }: { children: string | null }) {
  return <bdi className="font-serif wrap-anywhere">{children}</bdi>
}
