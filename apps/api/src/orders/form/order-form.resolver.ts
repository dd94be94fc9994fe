import { allQuestions, answerWords, boundFormat, formChanges, type FormQuestion } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ServiceEntity } from '../../catalog/services/service.entity.js';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import { definitionOfVersion } from '../../catalog/versions/service-version.loader.js';
import { nameById } from '../../people/name.loader.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { OrderItemEntity } from '../order-item.entity.js';
import { orderById, planById } from '../order.loader.js';
import { OrderItem } from '../order.type.js';
import { FormChange, OrderAnswer, ServiceForm } from './order-form.type.js';

@Resolver(() => Service)
export class ServiceFormResolver {
  @ResolveField(() => ServiceForm, { nullable: true, description: 'Null where nothing more is asked.' })
  async orderForm(@Parent() { id }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    const liveVersionId = (await loaders.load(serviceById, id))?.liveVersionId;
    if (!liveVersionId) return null;
    const { form } = await loaders.load(definitionOfVersion, liveVersionId);
    return form && { serviceVersionId: liveVersionId, form };
  }
}

@Resolver(() => OrderItem)
export class AnsweredItemResolver {
  @ResolveField(() => [OrderAnswer], { description: 'As they stand in the form.' })
  async answered(@Parent() { answers, serviceVersionId }: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    if (!serviceVersionId || Object.keys(answers).length === 0) return [];
    const { form } = await loaders.load(definitionOfVersion, serviceVersionId);
    const questions = form ? allQuestions(form) : new Map<string, FormQuestion>();
    const given = (form?.ui.order ?? []).filter((field) => Object.hasOwn(answers, field));
    return Promise.all(
      given.map(async (field) => {
        const question = questions.get(field)!;
        return { field, title: question.title, texts: await textsOf(loaders, question, answers[field]) };
      }),
    );
  }

  @ResolveField(() => [FormChange], {
    description: 'Of a draft: how the form has changed since it was filled in. Empty when it has not.',
  })
  async formChanges(
    @Parent() { orderId, planId, answers, serviceVersionId }: OrderItemEntity,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!serviceVersionId || (await loaders.load(orderById, orderId))?.state !== 'draft') return [];
    const { serviceId } = (await loaders.load(planById, planId))!;
    const liveVersionId = (await loaders.load(serviceById, serviceId))?.liveVersionId;
    if (!liveVersionId || liveVersionId === serviceVersionId) return [];
    const [before, after] = await Promise.all(
      [serviceVersionId, liveVersionId].map((id) => loaders.load(definitionOfVersion, id)),
    );
    return formChanges(before!.form, after!.form, answers);
  }
}

/** Ids were checked when the answer was taken. */
async function textsOf(loaders: Loaders, question: FormQuestion, answer: unknown): Promise<string[]> {
  if (!boundFormat(question)) return answerWords(question, answer);
  const names = await Promise.all(([answer].flat() as string[]).map((id) => loaders.load(nameById, id)));
  return names.map((name) => name ?? '?');
}
