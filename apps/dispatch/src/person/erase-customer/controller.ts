import { externalId } from '@candor/contracts';
import { beyondYourUnits, CurrentPrincipal, Describe, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { EraseCustomer } from './erase-customer.ts';

@Controller('v1/customers/:id')
export class EraseCustomerController {
  constructor(private readonly customers: EraseCustomer) {}

  @Delete()
  @HttpCode(204)
  @Requires('customers:erase')
  @Describe({
    summary: 'Forget a customer for good',
    description: 'For somebody who asks to be forgotten. Their name and contacts go, what was not decided or sent ends as `excluded` with the reason `ERASED`, and all their answers are erased with their words, '
      + 'in every service and its copies. Opting out holds for the address and stays. What happened before and is told later brings nothing back; a later interaction makes a new customer of them. '
      + 'Erasing again, or somebody who is not known, is answered in the same way.',
    params: { id: { description: 'The customer\'s id as the enterprise gave it', example: 'C-1042' } },
    answers: {
      204: { description: 'They are forgotten; the other services follow within a second' },
      403: { description: 'The right `customers:erase` is missing, or the key or person is limited to units' },
      503: { description: 'PERSONS.BEHIND: whether all news of them is here cannot be said yet' },
    },
  })
  async erase(@Param('id') given: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    const id = parseParam(externalId, 'id', given);
    if (principal.units !== null) throw limited();
    await this.customers.erase(id, principal.subject, new Date());
  }
}

const limited = () => beyondYourUnits('A customer is forgotten in all units at once; this key or person is limited to some');
