import { PEOPLE, passwordOf, REFUSED_ADDRESS } from './mail-world-for-tests.ts'

export type ServerPorts = {
  imap: number
  imaps: number
  lmtp: number
  submission: number
  submissions: number
}
export type ServerOwner = { user: string; group: string; uid: number; gid: number }
export type ServerPlace = { folder: string; ports: ServerPorts; owner: ServerOwner }

export const MAIL_HOST = 'mail.rapport.test'

/** Dovecot 2.3: everything under one folder, everything as one user. */
export function dovecotConfig({ folder, ports, owner }: ServerPlace): string {
  return `
protocols = imap lmtp
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log/dovecot.log
instance_name = rapport-test
hostname = ${MAIL_HOST}
postmaster_address = postmaster@rapport.test
submission_host = 127.0.0.1:${ports.submission}
default_internal_user = ${owner.user}
default_internal_group = ${owner.group}
default_login_user = ${owner.user}
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
first_valid_uid = ${owner.uid}
first_valid_gid = ${owner.gid}
mail_home = ${folder}/mail/%u
mail_location = maildir:~/Maildir
mail_plugins = quota
mail_max_userip_connections = 100
auth_mechanisms = plain login
auth_failure_delay = 0
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
quota_full_tempfail = no
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/people
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/people
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Junk {
    auto = subscribe
    special_use = \\Junk
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service anvil {
  chroot =
  # A wrong password would slow down everybody from this address, which is every test.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}
protocol lmtp {
  mail_plugins = quota sieve
}
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=200M
  quota_exceeded_message = Mailbox is full
  sieve = file:${folder}/sieve/%u.sieve
}
`
}

/** name:password:uid:gid::home::extra, as passwd-file has it. */
export function dovecotPeople({ owner }: ServerPlace): string {
  return Object.values(PEOPLE)
    .map((address) => {
      const quota = address === PEOPLE.full ? 'userdb_quota_rule=*:bytes=1' : ''
      return `${address}:{PLAIN}${passwordOf(address)}:${owner.uid}:${owner.gid}::::${quota}`
    })
    .join('\n')
    .concat('\n')
}

export function holidaySieve(): string {
  return 'require "vacation";\nvacation :days 1 :subject "Out of office" "I am away until Monday.";\n'
}

/**
 * Exim: takes mail from whoever signs in, and for its own domains from anybody; gives all of it to Dovecot, which knows who is
 * there. The words a receiver would put on it are written by us; the DKIM signature is real.
 */
export function eximConfig({ folder, ports, owner }: ServerPlace): string {
  return `
exim_user = ${owner.user}
exim_group = ${owner.group}
admin_groups = ${owner.group}
trusted_users = ${owner.user}
deliver_drop_privilege = true
primary_hostname = ${MAIL_HOST}
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/exim-%s.log
pid_file_path = ${folder}/exim.pid
keep_environment =
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${ports.submission} : ${ports.submissions}
tls_on_connect_ports = ${ports.submissions}
tls_advertise_hosts = *
tls_certificate = ${folder}/cert.pem
tls_privatekey = ${folder}/key.pem
rfc1413_query_timeout = 0s
smtp_accept_max = 50
message_size_limit = 60M
qualify_domain = rapport.test
domainlist here = rapport.test : blog.test : home.test
acl_smtp_rcpt = rcpt
acl_smtp_data = data
begin acl
rcpt:
  deny
    recipients = ${REFUSED_ADDRESS}
    message = 5.7.1 We take no mail from you
  accept
    authenticated = *
  accept
    domains = +here
  deny
    message = 5.7.1 Sign in first
data:
  warn
    authenticated = *
    add_header = :at_start:Authentication-Results: ${MAIL_HOST}; spf=pass smtp.mailfrom=$sender_address; dkim=pass header.d=$sender_address_domain; dmarc=pass header.from=$sender_address_domain
  accept
begin routers
dovecot:
  driver = manualroute
  domains = +here
  route_list = * 127.0.0.1
  self = send
  transport = dovecot
begin transports
dovecot:
  driver = smtp
  protocol = lmtp
  port = ${ports.lmtp}
  hosts_try_fastopen =
  dkim_domain = $sender_address_domain
  dkim_selector = test
  dkim_private_key = ${folder}/dkim.pem
begin retry
* * F,1m,2s
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{!eq{$auth3}{}}{eq{$auth3}{\${lookup{$auth2}lsearch{${folder}/senders}}}}}}
  server_set_id = $auth2
  server_advertise_condition = \${if def:tls_in_cipher}
`
}

export function eximPeople(): string {
  return Object.values(PEOPLE)
    .map((address) => `${address}: ${passwordOf(address)}\n`)
    .join('')
}
