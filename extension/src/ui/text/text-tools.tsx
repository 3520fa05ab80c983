import type { Editor } from "@tiptap/core"
import { useEditorState } from "@tiptap/react"
import { Bold, Braces, Italic, Link2, Link2Off, List, ListOrdered, type LucideIcon } from "lucide-react"
import { useState } from "react"
import { DialogTrigger, Popover, ToggleButton, Toolbar } from "react-aria-components"
import { Button } from "../buttons/button"
import { IconButton } from "../buttons/icon-button"
import { TextField } from "../fields/text-field"
import { Kbd } from "../marks/kbd"
import { words } from "../words"
import { insertChip } from "./placeholders/insert-chip"
import { PlaceholderMenu } from "./placeholders/placeholder-menu"
import styles from "./rich-text.module.css"

/** Bold, italic, lists and link, for the text that is selected; and what inserts a placeholder. */
export function TextTools({ editor, hasPlaceholders }: { editor: Editor; hasPlaceholders: boolean }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      link: now.isActive("link"),
    }),
  })
  const chain = () => editor.chain().focus()
  return (
    <Toolbar aria-label={words.text.tools} className={styles.tools ?? ""}>
      <Tool icon={Bold} label={words.text.bold} isOn={on.bold} onPress={() => chain().toggleBold().run()} />
      <Tool icon={Italic} label={words.text.italic} isOn={on.italic} onPress={() => chain().toggleItalic().run()} />
      <Tool icon={List} label={words.text.bullets} isOn={on.bullets} onPress={() => chain().toggleBulletList().run()} />
      <Tool
        icon={ListOrdered}
        label={words.text.numbers}
        isOn={on.numbers}
        onPress={() => chain().toggleOrderedList().run()}
      />
      {on.link ? (
        <IconButton
          size="sm"
          icon={Link2Off}
          label={words.text.removeLink}
          onPress={() => chain().extendMarkRange("link").unsetLink().run()}
        />
      ) : (
        <LinkTool editor={editor} />
      )}
      {hasPlaceholders && (
        <>
          <span className={styles.between} aria-hidden="true" />
          <PlaceholderMenu onTake={name => insertChip(editor, name)}>
            <Button kind="link" icon={Braces} after={<Kbd>{"{"}</Kbd>}>
              {words.placeholders.insert}
            </Button>
          </PlaceholderMenu>
        </>
      )}
    </Toolbar>
  )
}

type ToolProps = { icon: LucideIcon; label: string; isOn: boolean; onPress: () => void }

function Tool({ icon: Icon, label, isOn, onPress }: ToolProps) {
  return (
    <ToggleButton aria-label={label} isSelected={isOn} onPress={onPress} className={styles.tool ?? ""}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </ToggleButton>
  )
}

function LinkTool({ editor }: { editor: Editor }) {
  const [isOpen, setOpen] = useState(false)
  const [address, setAddress] = useState("")
  function set() {
    const href = /^(https?:|mailto:)/i.test(address) ? address : `https://${address}`
    const { empty } = editor.state.selection
    const chain = editor.chain().focus()
    if (empty) chain.insertContent([{ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] }]).run()
    else chain.setLink({ href }).run()
    setOpen(false)
    setAddress("")
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton size="sm" icon={Link2} label={words.text.link} />
      <Popover placement="top start" offset={4} className={styles.linkPopover ?? ""}>
        <form
          className={styles.linkForm}
          onSubmit={event => {
            event.preventDefault()
            set()
          }}
        >
          <TextField
            label={words.text.linkAddress}
            hideLabel
            placeholder="https://"
            value={address}
            onChange={setAddress}
            autoFocus
          />
          <Button kind="primary" type="submit" isDisabled={address.trim() === ""}>
            {words.text.setLink}
          </Button>
        </form>
      </Popover>
    </DialogTrigger>
  )
}
