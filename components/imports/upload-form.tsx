'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { UPLOAD_PROBLEM_WORDS } from './import-words.ts'

type UploadFormProps = { action: string; problem?: string | null }

/** A plain form that posts the file; with scripts it also shows how much of it is there. */
export function UploadForm({ action, problem = null }: UploadFormProps) {
  const router = useRouter()
  const [sent, setSent] = useState<number | null>(null)
  const [wrong, setWrong] = useState<string | null>(problem)
  const request = useRef<XMLHttpRequest | null>(null)
  const words = wrong ? (UPLOAD_PROBLEM_WORDS[wrong] ?? UPLOAD_PROBLEM_WORDS['broke-off']) : null
  const errors = words ? [`${words.message} ${words.remedy}`.trim()] : undefined
  const hint =
    'CSV, TSV, Excel (XLSX), contact cards (VCF), or a ZIP of these. Up to 100 MB. Nothing changes before you have seen what would.'

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    if (!(file instanceof File) || file.name === '') return setWrong('no-file')
    const sending = new XMLHttpRequest()
    request.current = sending
    setWrong(null)
    setSent(0)
    sending.upload.onprogress = ({ loaded, total }) =>
      setSent(Math.floor((loaded / Math.max(1, total)) * 100))
    sending.onload = () => {
      const answer = readAnswer(sending.responseText)
      if (answer.goTo) return router.push(answer.goTo)
      setSent(null)
      setWrong(answer.problem ?? 'broke-off')
    }
    sending.onerror = () => {
      setSent(null)
      setWrong('broke-off')
    }
    sending.onabort = () => setSent(null)
    sending.open('POST', action)
    sending.setRequestHeader('accept', 'application/json')
    sending.send(form)
  }

  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="flex flex-col gap-4"
    >
      <Field id="import-file" label="File" hint={hint} errors={errors} required>
        <input
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,.tab,.xlsx,.vcf,.vcard,.zip,text/csv,text/vcard"
          className="tap w-full rounded-md border border-line-strong bg-sheet px-3 py-2"
          {...fieldAria('import-file', { hint, errors })}
        />
      </Field>
      {sent === null ? (
        <div>
          <button type="submit" className={buttonClass({ tone: 'primary' })}>
            Read this file
          </button>
        </div>
      ) : (
        <div role="status" className="flex flex-col gap-2">
          <p>{sent < 100 ? `Sending: ${sent} %` : 'Sent. One moment.'}</p>
          <progress value={sent} max={100} aria-label="Sending the file" className="progress-bar" />
          <div>
            <Button tone="quiet" onClick={() => request.current?.abort()}>
              Stop
            </Button>
          </div>
        </div>
      )}
    </form>
  )
}

function readAnswer(text: string): { goTo?: string; problem?: string } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
