import { languages } from "@casepost/shared/organisations"
import { Plus, Signature, Trash2 } from "lucide-react"
import { useId } from "react"
import { MenuTrigger, Tab, TabList, TabPanel, Tabs } from "react-aria-components"
import { Button } from "../../../ui/buttons/button"
import { IconButton } from "../../../ui/buttons/icon-button"
import { Chip } from "../../../ui/marks/chip"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import { languageNames } from "../../../ui/text/language-names"
import { RichText } from "../../../ui/text/rich-text"
import { SubjectField } from "../../../ui/text/subject/subject-field"
import { PartError } from "../../../ui/writing/part-error"
import { words } from "../words"
import styles from "./message-form.module.css"
import type { WrittenForm } from "./use-written"
import { emptyText, isWritten } from "./written"
import type { WrongText } from "./wrong"

const names = {}

/** Subject and text, a tab a language. */
export function LanguageTabs({ form, wrong }: { form: WrittenForm; wrong: WrongText }) {
  const { written, language, shown } = form
  const more = languages.filter(one => !shown.includes(one))
  return (
    <Tabs
      selectedKey={language}
      onSelectionChange={key => form.show(key as typeof language)}
      className={styles.tabs ?? ""}
    >
      <div className={styles.bar}>
        <TabList aria-label={words.languages} className={styles.tabList ?? ""}>
          {shown.map(one => (
            <Tab key={one} id={one} className={styles.tab ?? ""}>
              <span lang={one}>{languageNames[one]}</span>
              {!isWritten(written.texts[one]) && (
                <Chip tone="warning" shape="square">
                  {words.notWritten}
                </Chip>
              )}
            </Tab>
          ))}
        </TabList>
        {more.length > 0 && (
          <MenuTrigger>
            <Button kind="link" icon={Plus}>
              {words.addLanguage}
            </Button>
            <Menu placement="bottom start">
              {more.map(one => (
                <MenuItem key={one} onAction={() => form.show(one)}>
                  {languageNames[one]}
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        )}
        {shown.length > 1 && (
          <span className={styles.barEnd}>
            <IconButton
              icon={Trash2}
              size="sm"
              label={words.removeLanguage(languageNames[language])}
              onPress={() => form.remove(language)}
            />
          </span>
        )}
      </div>
      {shown.map(one => (
        <TabPanel key={one} id={one} className={styles.panel ?? ""}>
          <Texts form={form} wrong={wrong} />
        </TabPanel>
      ))}
    </Tabs>
  )
}

function Texts({ form, wrong }: { form: WrittenForm; wrong: WrongText }) {
  const { written, language, write } = form
  const { subject, bodyHtml } = written.texts[language] ?? emptyText
  const id = useId()
  return (
    <>
      <div className={styles.field} data-wrong={wrong.subject ? "" : undefined}>
        <span className={styles.label}>{words.subject}</span>
        <SubjectField
          label={words.subject}
          look="box"
          value={subject}
          onChange={text => write({ subject: text })}
          placeholders={names}
          isInvalid={wrong.subject !== undefined}
          aria-describedby={`${id}-subject`}
        />
        <PartError id={`${id}-subject`}>{wrong.subject}</PartError>
        {!wrong.subject && subject === "" && <p className={styles.help}>{words.subjectOptional}</p>}
      </div>
      <div className={styles.field} data-wrong={wrong.bodyHtml ? "" : undefined}>
        <span className={styles.label}>{words.text}</span>
        <RichText
          label={words.text}
          placeholder={words.textPlaceholder}
          value={bodyHtml}
          onChange={html => write({ bodyHtml: html })}
          placeholders={names}
          look="box"
          hasTools
          aria-describedby={`${id}-text`}
        />
        <PartError id={`${id}-text`}>{wrong.bodyHtml}</PartError>
        <p className={styles.help}>
          <Signature size={15} strokeWidth={1.75} aria-hidden="true" />
          {words.noSignature}
        </p>
      </div>
    </>
  )
}
