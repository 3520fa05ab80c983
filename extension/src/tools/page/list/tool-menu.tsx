import { Crosshair, Ellipsis, Eye, EyeOff, FlaskConical, Pencil, Trash2 } from "lucide-react"
import { MenuTrigger } from "react-aria-components"
import { isPolicyTool } from "../../../api/policy"
import { IconButton } from "../../../ui/buttons/icon-button"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import { goTo } from "../../../ui/place/place"
import { hideLauncher, showLauncher } from "../../device/launchers"
import type { ToolHere } from "../../device/use-tools-here"
import { words } from "../words"

type ToolMenuProps = { here: ToolHere; onDelete: () => void; onTest: () => void }

/** What can be done with a tool; with one of the policy, only what concerns this browser. */
export function ToolMenu({ here, onDelete, onTest }: ToolMenuProps) {
  const { tool, isLauncherHidden } = here
  const isPolicy = isPolicyTool(tool)
  const place = `tools/${tool.id}`
  return (
    <MenuTrigger>
      <IconButton icon={Ellipsis} size="sm" label={words.actionsFor(tool.name)} />
      <Menu>
        {!isPolicy && (
          <MenuItem icon={Pencil} onAction={() => goTo(place)}>
            {words.edit}
          </MenuItem>
        )}
        {!isPolicy && (
          <MenuItem icon={Crosshair} onAction={() => goTo(`${place}?pick`)}>
            {words.pick}
          </MenuItem>
        )}
        <MenuItem icon={FlaskConical} onAction={onTest}>
          {words.test}
        </MenuItem>
        {tool.readsCases && (
          <MenuItem
            icon={isLauncherHidden ? Eye : EyeOff}
            onAction={() => void (isLauncherHidden ? showLauncher(tool.id) : hideLauncher(tool.id))}
          >
            {isLauncherHidden ? words.showLauncher : words.hideLauncher}
          </MenuItem>
        )}
        {!isPolicy && (
          <MenuItem icon={Trash2} isDangerous onAction={onDelete}>
            {words.remove}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  )
}
