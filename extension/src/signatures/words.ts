export const words = {
  title: "Signature",
  lead: "Added by itself under every message you send in this organisation. Left empty, the administration’s is used.",
  label: "Your signature",
  placeholder: "Kind regards, your name, your telephone number",
  save: "Save",
  saved: "Signature saved",
} as const
