import type { InboxSort } from "@casepost/shared/inbox"

const sorts: Record<InboxSort, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  "unread-first": "Unread first",
  "read-first": "Read first",
}

/** What the inbox says. */
export const words = {
  inbox: "Inbox",
  search: "Search customers, numbers, text",
  administration: "Administration",
  caseType: "Case type",
  all: "All",
  kinds: { customer: "Customers", matter: "Matters", invoice: "Invoices" },
  read: "Read",
  unread: "Unread",
  readState: "Read or unread",
  takeAway: (filter: string) => `Take away the filter ${filter}`,
  sort: "Sort",
  sorts,
  conversations: "Conversations",
  you: "You:",
  files: (count: number) => (count === 1 ? "1 file" : `${count} files`),
  unreadCount: (count: number) => `${count} unread`,
  markRead: "Mark as read",
  markUnread: "Mark as unread",
  more: "Show more",
  empty: "No messages yet",
  emptyMore: "Messages you send, and replies from customers, appear here.",
  noneUnread: "No unread messages",
  noneUnreadMore: "Replies from customers appear here.",
  showAll: "Show all messages",
  noneFound: "Nothing found",
  noneFoundMore: "No conversation fits this search and these filters.",
  clearFilters: "Clear search and filters",
  notLoaded: "The inbox could not be loaded",
  keys: { move: "move", open: "open", reply: "reply", unread: "unread", all: "all" },
} as const
