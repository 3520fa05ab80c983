/** Names this page towards the backend, so that a draft can say it was typed in another one. */
export const surfaceName = crypto.randomUUID()
