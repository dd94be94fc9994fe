import { ArrayMinSize, IsUUID, MaxLength, Matches, validateSync } from 'class-validator';
import { InvalidInput } from './invalid-input.js';

class Order {
  @IsUUID()
  ownerId = 'x';

  @IsUUID(undefined, { each: true })
  commitmentIds = ['x'];

  @ArrayMinSize(1)
  items: string[] = [];

  @MaxLength(3)
  accountingNote = 'long';

  @Matches(/\S/, { message: '$property must say something' })
  reason = ' ';
}

it('says what is wrong with a field in plain words, and names the field', () => {
  expect(InvalidInput.from(validateSync(new Order())).errors.map(({ field, message }) => [...field, message])).toEqual([
    ['ownerId', 'Owner: there is none with this id.'],
    ['commitmentIds', 'Commitments: there is none with this id.'],
    ['items', 'Items: at least one entry, please.'],
    ['accountingNote', 'Accounting note: at most 3 characters, please.'],
    ['reason', 'Reason must say something.'],
  ]);
});
