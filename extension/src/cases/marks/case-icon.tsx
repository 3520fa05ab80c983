import type { CaseKind } from "@casepost/shared/cases"
import { Building2, type LucideIcon, ReceiptText, Scale } from "lucide-react"

const icons: Record<CaseKind, LucideIcon> = { customer: Building2, matter: Scale, invoice: ReceiptText }

/** Customer, matter or invoice as a picture; the words beside it say the same. */
export function CaseIcon({ kind, size = 16 }: { kind: CaseKind; size?: number }) {
  const Icon = icons[kind]
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />
}
