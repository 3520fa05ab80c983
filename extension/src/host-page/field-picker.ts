/** What opens under the mark in a field, and writes into the field. Put into the page when the mark is pressed, and not before. */

import { openPicker } from "./field-mark/picker/open-picker"
import { readField } from "./field-mark/picker/read-field"
import { putAddress } from "./field-mark/picker/writing/put-address"
import { world } from "./standing/world"

world.casepostFieldPicker = { open: openPicker, read: readField, put: putAddress }
