import { RecipientsPage } from "../surfaces/recipients/recipients-page"

export default function Recipients() {
  return <RecipientsPage />
}
