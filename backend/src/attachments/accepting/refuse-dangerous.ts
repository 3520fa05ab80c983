import { Problem } from "@casepost/shared/problems"
import { beginningOf, fileKind } from "./file-kind.ts"
import { extensionOf } from "./safe-name.ts"

/**
 * Names that mail refuses: what Resend does not send (https://resend.com/docs/knowledge-base/what-attachment-types-are-not-supported),
 * and what browsers, Windows, macOS and phones run.
 */
const refusedExtensions = new Set(
  (
    "adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh lib lnk mad maf mag mam " +
    "maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst ops pcd pif plg prf " +
    "prg reg scf scr sct shb shs sys ps1 ps1xml ps2 ps2xml psc1 psc2 tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc wsf wsh xnk " +
    "html htm xhtml xht shtml mht mhtml svg svgz xsl xslt php jsp aspx cgi mjs cjs sh bash zsh py pl rb jar class war dll so dylib " +
    "apk ipa dmg pkg deb rpm iso img vhd vhdx appx msix jnlp swf action command workflow library-ms search-ms settingcontent-ms"
  ).split(" "),
)

/** First bytes of programs and of shortcuts that start them. */
const programs: { beginning: string; what: string; binary?: boolean }[] = [
  { beginning: "MZ", what: "a Windows program", binary: true },
  { beginning: "\x7fELF", what: "a Linux program" },
  { beginning: "\xcf\xfa\xed\xfe", what: "a macOS program" },
  { beginning: "\xce\xfa\xed\xfe", what: "a macOS program" },
  { beginning: "\xca\xfe\xba\xbe", what: "a program" },
  { beginning: "\0asm", what: "a program" },
  { beginning: "L\0\0\0\x01\x14\x02\0", what: "a Windows shortcut" },
  { beginning: "ITSF", what: "a Windows help file" },
  { beginning: "#!", what: "a script" },
]

/** @throws Problem attachment-refused for programs, scripts, web pages, and files that are not what their name says */
export function refuseDangerous(name: string, bytes: Uint8Array): void {
  const extension = extensionOf(name)
  if (refusedExtensions.has(extension))
    throw refusal(`${name} cannot be attached: mail servers do not deliver .${extension} files. Put it in a ZIP file.`)
  const beginning = beginningOf(bytes, 1024)
  // "MZ" may begin a list of numbers; no program is without a zero byte.
  const program = programs.find(
    known => beginning.startsWith(known.beginning) && (!known.binary || beginning.includes("\0")),
  )
  if (program) throw refusal(`${name} cannot be attached: whatever its name says, it is ${program.what}.`)
  if (isWebPage(beginning))
    throw refusal(`${name} cannot be attached: it is a web page or drawing that can run scripts.`)
  const { claimed } = fileKind(name, bytes)
  if (claimed)
    throw refusal(
      `${name} cannot be attached: it is named .${claimed}, but what is inside is something else. Check the file.`,
    )
}

function isWebPage(beginning: string): boolean {
  // A byte order mark, white space, the XML declaration and comments may stand before the first tag.
  const first = beginning.replace(/^(\xef\xbb\xbf)?(\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype svg[^>]*>)*/i, "")
  return /^<(!doctype\s+html|html|head|body|script|iframe|svg|meta|img)\b/i.test(first)
}

function refusal(detail: string): Problem {
  return new Problem("attachment-refused", detail, { fields: [{ path: "name", detail }] })
}
